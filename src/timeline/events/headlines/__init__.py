"""German sentences rewritten as headlines: a clause without its date, its verb in second place."""
