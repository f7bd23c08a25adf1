"""The model seam, and whoever answers behind it; the package itself offers no names."""
