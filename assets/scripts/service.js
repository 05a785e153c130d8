import { initAll } from '/assets/govuk-frontend.min.js'
import './session-warning.js'

initAll()
