import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Validate PROFILE,... FILE...: holds each file against veraPDF's own profiles (PDFUA-1, PDFA-3A).
 * One line a file and profile, tab between: pass or fail, profile, file; for each rule that fails, its clause and message.
 */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile;
            String place = "org/verapdf/pdfa/validation/" + name + ".xml";
            try (InputStream text = Validate.class.getClassLoader().getResourceAsStream(place)) {
                profile = Profiles.profileFromXml(text);
            }
            for (int i = 1; i < arguments.length; i++) {
                System.out.println(validate(profile, name, arguments[i]));
            }
        }
    }

    private static String validate(ValidationProfile profile, String name, String path) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> failed = new TreeSet<>();
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    failed.add(test.getRuleId().getClause() + " " + test.getMessage().replace('\n', ' ').replace('\t', ' '));
                }
            }
            String found = failed.isEmpty() ? "" : "\t" + String.join("\t", failed);
            return (result.isCompliant() ? "pass" : "fail") + "\t" + name + "\t" + path + found;
        }
    }
}
