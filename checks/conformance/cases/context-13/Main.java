import goloom.runtime.*;

void main() {
    Context.withCancel(null);
}
