import type { Body } from '../body.ts'
import { grace, amira, arthur, llyr, nia, withNumbers } from '../people.ts'
import { licenceAgreements } from './dvla-licence.ts'
import { vehicleAgreements } from './dvla-vehicle.ts'

/** Drivers and vehicles are two registers, which know nothing of each other. */
export const dvla: Body = {
  id: 'dvla',
  name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Yr Asiantaeth Trwyddedu Gyrwyr a Cherbydau' },
  cluster: 'human-services',
  kind: 'executive-agency',
  contact: {
    url: 'https://www.gov.uk/contact-the-dvla',
    phone: '0300 790 6801 (licences), 0300 790 6802 (vehicles)',
    post: 'DVLA, Swansea, SA6 7JL',
  },
  takesCare: true,
  subscriptions: [
    {
      path: 'driving-licence',
      agreements: licenceAgreements,
      people: () => [
        withNumbers(amira, { driver_number: 'HASSA855148A99XY' }),
        withNumbers(grace, { driver_number: 'WHITF761235GE9AB' }),
        withNumbers(llyr, { driver_number: 'PRYDD602279LS9CY' }),
        withNumbers(arthur, { driver_number: 'FIELD404028AJ9DE' }),
      ],
    },
    {
      path: 'vehicle-log-book',
      agreements: vehicleAgreements,
      people: () => [
        withNumbers(grace, { vehicle_registration: 'YK19 WBF' }),
        withNumbers(llyr, { vehicle_registration: 'CN68 LSP' }),
        withNumbers(arthur, { vehicle_registration: 'AJ17 FLD' }),
        withNumbers(nia, { vehicle_registration: 'CF15 NIA' }),
      ],
    },
  ],
}
