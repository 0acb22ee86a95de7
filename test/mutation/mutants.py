# SPDX-License-Identifier: MIT
"""Finds the places of include/etad/core/operations at which a derivative rule can be made wrong.

Every mutant is one change of one place: a piece of text and what replaces it.
"""
import dataclasses
import re

OPENING, CLOSING = "([{", ")]}"


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str
    row: str  # the operation, or the helper function
    line: int
    kind: str
    start: int
    end: int
    replacement: str
    before: str

    @property
    def key(self) -> str:
        return f"{self.file}:{self.row}:{self.kind}:{squeeze(self.before)} -> {squeeze(self.replacement)}"


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def matching(text: str, start: int) -> int:
    """The position behind the bracket that closes the one at start."""
    depth = 0
    for k in range(start, len(text)):
        depth += text[k] in OPENING
        depth -= text[k] in CLOSING
        if depth == 0:
            return k + 1
    raise ValueError("unbalanced brackets")


def arguments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The extents of the arguments between the brackets of a call."""
    parts, depth, first = [], 0, start
    for k in range(start, end):
        depth += text[k] in OPENING
        depth -= text[k] in CLOSING
        if text[k] == "," and depth == 0:
            parts.append((first, k))
            first = k + 1
    parts.append((first, end))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip()))
            for a, b in parts]


def bodies(text: str):
    """(row, is_partial, start, end) of every function that belongs to a derivative rule."""
    row_at = [(m.start(), m.group(1) or m.group(2)) for m in
              re.finditer(r"^struct (?:operation<opcode::(\w+)>|(\w+_row)) ", text, re.M)]
    end_of_row = {name: text.index("\n};", start) for start, name in row_at}
    for m in re.finditer(r"constexpr (?:T|auto|Number|Mask|bool) (\w+)\(", text):
        after = matching(text, m.end() - 1)
        brace = re.match(r"\s*\{", text[after:])
        if not brace:
            continue
        start = after + brace.end()
        end = matching(text, start - 1) - 1
        rows = [name for at, name in row_at if at < m.start() < end_of_row[name]]
        row = rows[-1] if rows else m.group(1)
        body = text[start:end]
        if m.group(1) == "value" and "choose" not in body and not re.search(r"[<>=!]=? |static_cast", body):
            continue  # plain calls of <cmath>: not a derivative rule
        yield row, m.group(1) == "partial", start, end


class Finder:
    def __init__(self, file: str, text: str):
        self.file, self.text, self.found, self.row = file, text, [], ""

    def add(self, kind: str, start: int, end: int, replacement: str) -> None:
        before = self.text[start:end]
        if squeeze(before) != squeeze(replacement):
            line = self.text.count("\n", 0, start) + 1
            self.found.append(Mutant(self.file, self.row, line, kind, start, end, replacement, before))

    def run(self) -> list[Mutant]:
        for self.row, is_partial, start, end in bodies(self.text):
            self.calls(start, end)
            self.operators(start, end)
            self.ternaries(start, end)
            self.numbers(start, end)
            if is_partial:
                self.signs(start, end)
        self.swapped_partials()
        return self.found

    def calls(self, start: int, end: int) -> None:
        for m in re.finditer(r"\b(\w+)\(", self.text[start:end]):
            open_ = start + m.end() - 1
            close = matching(self.text, open_)
            parts = arguments(self.text, open_ + 1, close - 1)
            texts = [self.text[a:b] for a, b in parts]
            rule = getattr(self, "call_" + m.group(1), None)
            whole = (start + m.start(), close)
            if rule:
                rule(whole, texts)
            elif m.group(1) in UNARY and len(texts) == 1:
                self.add("function dropped", *whole, f"({texts[0]})")
                if m.group(1) in OTHER:
                    self.add("function replaced", *whole, f"{OTHER[m.group(1)]}({texts[0]})")

    def call_constant_like(self, whole, texts) -> None:
        like, value = texts
        for changed in CONSTANTS.get(value, ()):
            self.add("constant changed", *whole, f"constant_like({like}, {changed})")

    def call_product(self, whole, texts) -> None:
        self.add("factor dropped", *whole, f"({texts[0]})")
        if texts[0] != texts[1]:
            self.add("factor dropped", *whole, f"({texts[1]})")

    def call_quotient(self, whole, texts) -> None:
        self.add("factor dropped", *whole, f"({texts[0]})")
        self.add("operands swapped", *whole, f"quotient({texts[1]}, {texts[0]})")
        self.add("operation changed", *whole, f"product({texts[0]}, {texts[1]})")

    def call_sum(self, whole, texts) -> None:
        self.add("sign flipped", *whole, f"difference({texts[0]}, {texts[1]})")

    def call_difference(self, whole, texts) -> None:
        self.add("sign flipped", *whole, f"sum({texts[0]}, {texts[1]})")
        self.add("operands swapped", *whole, f"difference({texts[1]}, {texts[0]})")

    def call_edge(self, whole, texts) -> None:
        mask, regular, singular = texts
        self.add("edge dropped", *whole, f"({regular})")
        self.add("edge everywhere", *whole, f"edge(!({mask}), {regular}, {singular})")
        if re.fullmatch(r"\w+", singular):
            singular = f"{singular}"
        self.add("singular value changed", *whole,
                 f"edge({mask}, {regular}, [&] {{ return constant_like({regular}, 7.0); }})")
        self.add("singular value negated", *whole,
                 f"edge({mask}, {regular}, [&] {{ return -({singular})(); }})")

    def call_guarded(self, whole, texts) -> None:
        self.add("guard dropped", *whole, f"({texts[0]})")

    def call_choose(self, whole, texts) -> None:
        mask, first, second = texts
        self.add("arms swapped", *whole, f"choose({mask}, {second}, {first})")
        self.add("first arm everywhere", *whole, f"({first})()")
        self.add("second arm everywhere", *whole, f"({second})()")

    def call_both(self, whole, texts) -> None:
        self.add("condition changed", *whole, f"either({texts[0]}, {texts[1]})")
        for kept in texts:
            self.add("condition dropped", *whole, f"({kept})")

    def call_either(self, whole, texts) -> None:
        self.add("condition changed", *whole, f"both({texts[0]}, {texts[1]})")
        for kept in texts:
            self.add("condition dropped", *whole, f"({kept})")

    def call_is_finite(self, whole, texts) -> None:
        self.add("condition changed", *whole, f"({texts[0]} == {texts[0]})")

    def call_copysign(self, whole, texts) -> None:
        self.add("function dropped", *whole, f"({texts[0]})")
        self.add("operands swapped", *whole, f"copysign({texts[1]}, {texts[0]})")

    def call_pow(self, whole, texts) -> None:
        self.add("operands swapped", *whole, f"pow({texts[1]}, {texts[0]})")

    def call_hypot(self, whole, texts) -> None:
        for k in range(len(texts)):
            changed = [t if i != k else f"constant_like({t}, 0.0)" for i, t in enumerate(texts)]
            self.add("operand dropped", *whole, f"hypot({', '.join(changed)})")

    def call_fma(self, whole, texts) -> None:
        self.add("sign flipped", *whole, f"fma({texts[0]}, {texts[1]}, -({texts[2]}))")

    def call_polygamma(self, whole, texts) -> None:
        self.add("constant changed", *whole,
                 f"polygamma({texts[0]} + constant_like({texts[1]}, 1.0), {texts[1]})")

    def operators(self, start: int, end: int) -> None:
        text = self.text
        for m in re.finditer(r" (<=|>=|==|!=|<|>) ", text[start:end]):
            at, op = start + m.start() + 1, m.group(1)
            if re.search(r"\bK$", text[start:at - 1]):
                continue  # which operand: see ternaries
            for other in COMPARISONS[op]:
                self.add("comparison changed", at, at + len(op), other)
        for m in re.finditer(r"(?<=[\w)]) ([-+*]) (?=[\w(-])", text[start:end]):
            at = start + m.start()
            op = m.group(1)
            if op != "*":
                self.add("sign flipped", at, at + 3, " - " if op == "+" else " + ")
                continue
            right = self.atom_after(at + 3)
            self.add("factor dropped", at, right, "")
            left = self.atom_before(at, start)
            self.add("factor dropped", left, at + 3, "")
        for m in re.finditer(r"(?:return |[(,?:{] ?)(-)(?=[A-Za-z(])", text[start:end]):
            self.add("sign flipped", start + m.start(1), start + m.end(1), "")
        for m in re.finditer(r"!(?=[\w(])", text[start:end]):
            self.add("condition negated", start + m.start(), start + m.end(), "")

    def atom_after(self, at: int) -> int:
        m = re.match(r"[\w:.]*", self.text[at:])
        at += m.end()
        return matching(self.text, at) if self.text[at] == "(" else at

    def atom_before(self, end: int, start: int) -> int:
        k = end
        if self.text[k - 1] == ")":
            depth = 0
            while True:
                k -= 1
                depth += self.text[k] in CLOSING
                depth -= self.text[k] in OPENING
                if depth == 0:
                    break
        while k > start and re.match(r"[\w:.]", self.text[k - 1]):
            k -= 1
        return k

    def ternaries(self, start: int, end: int) -> None:
        for m in re.finditer(r"K == (\d)\s*\?\s*(-?[\w.]+)\s*:\s*(-?[\w.]+)(?! *==)\b", self.text[start:end]):
            self.add("operands swapped", start + m.start(), start + m.end(),
                     f"K == {m.group(1)} ? {m.group(3)} : {m.group(2)}")
        for m in re.finditer(r"K == (\d)(\s*\? )", self.text[start:end]):
            self.add("operands swapped", start + m.start(), start + m.end(),
                     f"K != {m.group(1)}{m.group(2)}")

    def numbers(self, start: int, end: int) -> None:
        """Numbers outside of constant_like."""
        text = self.text[start:end]
        for m in re.finditer(r"(?<=\*exponent == )(\d\.\d)", text):
            self.add("constant changed", start + m.start(), start + m.end(), m.group(1) + " + 1")
        for m in re.finditer(r"^ *if \(exponent.*\n", text, re.M):
            self.add("shortcut dropped", start + m.start(), start + m.end(), "\n")
        for m in re.finditer(r"\d\.\d{30,}L", text):
            digit = "1" if text[m.start() + 13] != "1" else "2"
            changed = m.group()[:13] + digit + m.group()[14:]
            self.add("constant changed", start + m.start(), start + m.end(), changed)
        for m in re.finditer(r"\bT\((-?\d+)\)", text):
            self.add("constant changed", start + m.start(), start + m.end(),
                     f"T({int(m.group(1)) * 2 + 3})")

    def signs(self, start: int, end: int) -> None:
        """The sign of every outer result of a partial derivative."""
        text = self.text
        for m in re.finditer(r"return ", text[start:end]):
            at = start + m.end()
            if text[start:at].count("{") != text[start:at].count("}"):
                continue
            stop = at
            while text[stop] != ";":
                stop = matching(text, stop) if text[stop] in OPENING else stop + 1
            if "quiet_NaN" not in text[at:stop] or "(\n" in text[at:stop]:
                self.add("sign flipped", at, stop, f"-({text[at:stop]})")

    def swapped_partials(self) -> None:
        for m in re.finditer(r"^struct (?:operation<opcode::(\w+)>|(\w+_row)) .*?^};", self.text,
                             re.M | re.S):
            self.row = m.group(1) or m.group(2)
            body = m.group()
            if "operand<0>" in body and "operand<1>" in body:
                swapped = (body.replace("operand<0>", "operand<@>").replace("operand<1>", "operand<0>")
                           .replace("operand<@>", "operand<1>"))
                self.add("partials swapped", m.start(), m.end(), swapped)


UNARY = {"abs", "sqrt", "exp", "log", "sin", "cos", "sinh", "cosh", "rint", "digamma", "sign",
         "norm_scale", "gaussian_slope", "reciprocal_circle", "ln2_like", "ln10_like",
         "two_over_sqrt_pi_like", "smallest_normal_like", "acos"}
OTHER = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "ln2_like": "ln10_like",
         "ln10_like": "ln2_like", "exp": "cosh", "sqrt": "cbrt"}
NAN = "std::numeric_limits<double>::quiet_NaN()"
INFINITY = "std::numeric_limits<double>::infinity()"
CONSTANTS = {"0.0": ("1.0", "-0.0"), "1.0": ("-1.0", "2.0"), "-1.0": ("1.0",), "0.5": ("-0.5", "0.25"),
             "2.0": ("-2.0", "3.0"), "3.0": ("-3.0", "2.0"), "4.0": ("1.0",), "0.25": ("-0.25", "0.5", "2.0"),
             "0x1p64": ("-0x1p64", "0x1p-64", "1.0"), NAN: ("0.0",),
             INFINITY: ("0.0", "-" + INFINITY), "-" + INFINITY: ("0.0", INFINITY)}
COMPARISONS = {"<": ("<=", ">"), "<=": ("<", ">"), ">": (">=", "<"), ">=": (">", "<"),
               "==": ("!=",), "!=": ("==",)}


def mutants_of(file: str, text: str) -> list[Mutant]:
    """All mutants of a file, those with equal keys numbered in the order of their places."""
    found, seen, result = Finder(file, text).run(), {}, []
    for mutant in found:
        if any(other.start == mutant.start and other.end == mutant.end and
               other.replacement == mutant.replacement for other in result):
            continue
        count = seen[mutant.key] = seen.get(mutant.key, 0) + 1
        result.append(dataclasses.replace(mutant, kind=mutant.kind) if count == 1 else
                      dataclasses.replace(mutant, kind=f"{mutant.kind} ({count})"))
    return result
