"""What people of a shop change by hand: products, stock, pictures, size charts."""
