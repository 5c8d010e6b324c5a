package dev.cascata.conformance.checks;

import dev.cascata.conformance.driver.OperationThrew;
import java.util.concurrent.Callable;

/** Calls interruptible waits as operations of a {@link Stage}. */
final class Interrupts {
    private Interrupts() {}

    /** Carries an InterruptedException out of an operation, which cannot declare it. */
    private static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carrier(InterruptedException thrown) {
            super(thrown);
        }
    }

    static boolean pass(Stage stage, String operation, Callable<Boolean> code) throws InterruptedException {
        try {
            return stage.call(operation, () -> carried(code));
        } catch (OperationThrew thrown) {
            if (thrown.getCause() instanceof Carrier carrier
                    && carrier.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw thrown;
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static boolean carried(Callable<Boolean> code) {
        try {
            return code.call();
        } catch (InterruptedException e) {
            throw new Carrier(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
