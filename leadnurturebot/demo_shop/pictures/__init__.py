"""Pictures of the demo shop, drawn by code: SVG from a product and a colour, rendered to PNG."""
