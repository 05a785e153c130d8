curl --silent --show-error --fail-with-body "$SERVICE/ssf/subjects/add" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "stream_id": "'"$STREAM_ID"'",
    "subject": {
      "format": "'"$SERVICE"'/schemas/subjects/uk-number/v1",
      "type": "national_insurance_number",
      "number": "QQ123456C",
      "birth_date": "1988-05-14"
    }
  }'
