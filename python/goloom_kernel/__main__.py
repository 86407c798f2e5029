"""`python -m goloom_kernel CONNECTION_FILE` becomes the kernel: this process turns into the JVM, so that there is one
process for a kernel. Without a JDK it stays, and tells so in every cell."""

import os
import subprocess
import sys

from goloom_kernel import command, jdk

USAGE = """goloom-kernel check            says which JDK runs the kernel
goloom-kernel cache            makes kernels start faster: trains a cache for this JDK
goloom-kernel CONNECTION_FILE  runs a kernel; Jupyter does this
"""


def main():
    arguments = sys.argv[1:]
    if len(arguments) != 1 or arguments[0] in ("help", "-h", "--help"):
        sys.exit(USAGE)
    found = jdk.find()
    if arguments[0] == "check":
        sys.exit(print(found) if found else jdk.missing())
    if arguments[0] == "cache":
        sys.exit(print(command.train(found)) if found else jdk.missing())
    if found is None:
        from goloom_kernel import nojava

        print(jdk.missing(), file=sys.stderr)
        nojava.run(arguments[0], jdk.missing())
    else:
        become(command.kernel(found, arguments[0]))


def become(argv):
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # there, exec starts a second process and ends this one: Jupyter would see a death
        sys.exit(subprocess.call(argv))
    os.execv(argv[0], argv)


if __name__ == "__main__":
    main()
