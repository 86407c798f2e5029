"""Parameters of papermill as Java: `papermill -p n 5` injects `var n = 5;`."""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(
    r"^\s*(?:final\s+)?([A-Za-z_][\w.<>?, \[\]]*?)\s+([A-Za-z_]\w*)\s*=\s*(.*?);\s*(?://\s*(.*))?$"
)


class JavaTranslator(Translator):
    """Each value becomes an expression that has the same value in Java."""

    @classmethod
    def translate_str(cls, val):
        return json.dumps(str(val), ensure_ascii=False)  # Java has all of JSON's escapes

    translate_escaped_str = translate_str

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_int(cls, val):
        if -(2**31) <= val < 2**31:
            return str(val)
        return f"{val}L" if -(2**63) <= val < 2**63 else f'new java.math.BigInteger("{val}")'

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.NaN"
        if math.isinf(val):
            return "Double.POSITIVE_INFINITY" if val > 0 else "Double.NEGATIVE_INFINITY"
        return repr(val)

    @classmethod
    def translate_list(cls, val):
        values = ", ".join("(Object) null" if v is None else cls.translate(v) for v in val)
        return f"Arrays.asList({values})" if None in val else f"List.of({values})"

    @classmethod
    def translate_dict(cls, val):
        pairs = [f"{cls.translate_str(k)}, {cls.translate(v)}" for k, v in val.items()]
        if None in val.values():  # Map.entry takes no null
            puts = " ".join(f"put({p});" for p in pairs)
            return f"new LinkedHashMap<String, Object>() {{{{ {puts} }}}}"
        return f"Map.ofEntries({', '.join(f'Map.entry({p})' for p in pairs)})"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        # `var` takes its type from the value; null has none.
        return f"{'Object' if str_val == 'null' else 'var'} {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        """The parameters of a cell, for `papermill --help-notebook`: `int n = 5; // how many`."""
        found = map(DECLARATION.match, parameters_cell["source"].splitlines())
        return [
            Parameter(m[2], "None" if m[1] == "var" else m[1], m[3], m[4] or "") for m in found if m
        ]


class GoloomEngine(NBClientEngine):
    """papermill's own engine. Loading it has registered the translator."""


# papermill asks for the kernel's name and then for the language, which may be written either way.
for _name in ("goloom", "java", "Java"):
    papermill_translators.register(_name, JavaTranslator)
