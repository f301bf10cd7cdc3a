"""What `make bench` runs: our figures beside the floor, in one run."""
