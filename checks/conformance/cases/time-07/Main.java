import goloom.runtime.*;

import static java.time.Duration.*;

void main() {
    new GoTicker(ZERO);
}
