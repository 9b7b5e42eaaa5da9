"""Small line drawings: laid out once, written as SVG for pages and as EMF for office documents."""
