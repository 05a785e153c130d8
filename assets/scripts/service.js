import { initAll } from '/assets/govuk-frontend.min.js'
import './print.js'
import './session-warning.js'

initAll()
