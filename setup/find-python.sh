# Print the path of a Python that Hartlijn can use, or say in one line what to do.
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    command -v "$candidate"
    exit 0
  fi
done
echo "Hartlijn needs Python 3.11 or newer. Install it (Debian: apt-get install python3 python3-venv), or set PYTHON to its path." >&2
exit 1
