"""How templates become Python: like Jinja's own, only faster where thousands of pages pass.

Fixed words are said as a template is compiled, once for a language, functions are called without
a look at what they are, and what a page shows is escaped without an object for each value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from peermap.records.text import Text

Say = Callable[[str], object]


def escaped(value: object) -> str:
    """What ``markupsafe.escape`` gives, as text that may be plain: joining asks for no more."""
    if type(value) is Markup:
        return value
    text = str(value) if isinstance(value, Text) else value
    if type(text) is str and not (
        "&" in text or "<" in text or ">" in text or "'" in text or '"' in text
    ):
        return text
    return escape(text)


class Compiler(CodeGenerator):
    """Writes the code of a template; what is shown goes through :func:`escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.escaped({finalize.src or ''}")

    def visit_Call(  # noqa: N802 (the name Jinja calls)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A plain call: nothing that our templates call asks for their context."""
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class FixedWords(NodeTransformer):
    """Puts what is said for ``{{ _("Words") }}`` in the place of the call."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 (the name Jinja calls)
        node.nodes = [self.said(child) for child in node.nodes]
        return node

    def said(self, child: nodes.Expr) -> nodes.Expr:
        """What is said, where a child is such a call and has nothing to fill in."""
        match child:
            case nodes.Call(
                node=nodes.Name(name="_"),
                args=[nodes.Const(value=str(words))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return nodes.Const(self.say(words), lineno=child.lineno)
        return child
