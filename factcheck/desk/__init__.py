"""A draft stepped through sentence by sentence, each beside its best passages; what the checker says is kept."""
