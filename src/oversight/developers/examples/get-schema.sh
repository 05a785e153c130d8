curl --silent --show-error --fail-with-body \
  "$SERVICE/schemas/agreements/$AGREEMENT/change-of-address"
