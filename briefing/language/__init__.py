"""What words say: passages, quotations, numbers, attribution, names, and the lexicons and labels they rest on."""
