import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  'not-public':
    'Dim ond corff cyhoeddus all gael gwybod pethau yma. Mae eich corff chi o fath arall, felly ni ellir gofyn am hyn.',
  'health-record':
    'Nid yw cofnodion iechyd yn cael eu rhannu yma. Gall pobl roi gwybod am gyflwr iechyd eu hunain, ond mae’r hyn a ysgrifennodd corff arall am eu hiechyd yn aros yno.',
  browsing:
    'Gall cyrff yr heddlu a chyfiawnder edrych ar un person ar y tro, gyda rheswm sydd ar gofnod. Ni allant gael data llawer o bobl ar unwaith.',
  'universal-identifier':
    'Mae hyn yn gofyn am rifau y mae mwy nag un corff cyhoeddus yn eu rhoi i berson. Gyda’i gilydd byddent yn un rhif ar gyfer popeth. Dewiswch rifau un corff.',
}
