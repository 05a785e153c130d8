curl --silent --show-error --fail-with-body "$SERVICE/api/access-records" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "record_id": "'"$RECORD_ID"'",
    "occurred_start": "'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"'",
    "access_type": "consult",
    "controller": { "id": "'"$CLIENT_ID"'", "unit": "Council Tax" },
    "activity_id": "'"$AGREEMENT_URL"'",
    "data_categories": ["name", "address"],
    "actor": { "kind": "officer", "role": "Billing officer" },
    "subject": { "id_type": "pairwise", "id": "'"$PERSON"'" }
  }'
