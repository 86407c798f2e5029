package goloom.kernel.session;

import java.io.IOException;

/// The user's keyboard, as one cell sees it.
interface Keyboard {
    /// Asks for a line and waits.
    ///
    /// @throws IOException if there is no input, or the wait was interrupted
    String readLine(String prompt, boolean password) throws IOException;
}
