"""Page to Page with more marks; no layer imports another."""
