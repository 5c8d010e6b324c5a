package example.flag.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cascata.conformance.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModulePathTest {
    @Test
    void suiteIsANamedModuleThatDoesNotExportItsEngine() {
        Module suite = Main.class.getModule();

        assertEquals("dev.cascata.conformance", suite.getName());
        assertTrue(suite.isExported("dev.cascata.conformance.kit"));
        assertFalse(suite.isExported("dev.cascata.conformance.suite", getClass().getModule()));
    }

    @Test
    void commandLineFindsTheKitsOfBothModules() {
        String kits = run("--list-kits");

        assertTrue(kits.contains("example.flag.test.FlagKit"), kits);
        assertTrue(kits.contains("dev.cascata.conformance.peers.ReferenceKit"), kits);
    }

    @Test
    void commandLineJudgesAKitOfThisModule() {
        String report = run("--kit", FlagKit.class.getName(), "--rule", "CANCEL_1", "--programs", "100");

        assertTrue(report.contains("Flag 0.1"), report);
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(arguments, InputStream.nullInputStream(), out, out);
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, printed);
        return printed;
    }
}
