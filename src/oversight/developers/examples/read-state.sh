curl --silent --show-error --fail-with-body "$SERVICE/api/events/$JTI/state" \
  --header "Authorization: Bearer $TOKEN"
