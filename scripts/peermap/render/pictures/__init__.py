"""Pictures drawn from records, as SVG text: no colours and no type sizes, those live in the CSS."""
