import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    println(Context.DEADLINE_EXCEEDED.timeout());
    try (var c = Context.withCancel(Context.todo())) {
        println(c);
    }
}
