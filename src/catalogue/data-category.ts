import type { Language } from '../shared/language.ts'

/** The controlled list of what a field, or an access to data, is about. Never a value. */
export const dataCategories = [
  'name',
  'birth-date',
  'address',
  'dates',
  'household',
  'family',
  'civil-registration',
  'contact',
  'identity-number',
  'vehicle',
  'driving-licence',
  'tax',
  'benefits',
  'council-tax',
  'student-loan',
  'work-and-income',
  'education',
  'health',
  'correspondence',
] as const

export type DataCategory = (typeof dataCategories)[number]

export const isDataCategory = (text: string): text is DataCategory => Object.hasOwn(dataCategoryWords.en, text)

/** As they stand in a list, so without a capital letter. */
export const dataCategoryWords: Record<Language, Record<DataCategory, string>> = {
  en: {
    name: 'name',
    'birth-date': 'date of birth',
    address: 'address',
    dates: 'dates of the change',
    household: 'people in your household',
    family: 'your partner and your children',
    'civil-registration': 'birth, marriage, civil partnership and divorce',
    contact: 'phone number and email address',
    'identity-number': 'numbers that identify you',
    vehicle: 'vehicle',
    'driving-licence': 'driving licence',
    tax: 'tax',
    benefits: 'benefits',
    'council-tax': 'Council Tax',
    'student-loan': 'student loan',
    'work-and-income': 'work and income',
    education: 'education',
    health: 'health',
    correspondence: 'your messages and choices',
  },
  cy: {
    name: 'enw',
    'birth-date': 'dyddiad geni',
    address: 'cyfeiriad',
    dates: 'dyddiadau’r newid',
    household: 'pobl yn eich cartref',
    family: 'eich partner a’ch plant',
    'civil-registration': 'geni, priodas, partneriaeth sifil ac ysgariad',
    contact: 'rhif ffôn a chyfeiriad e-bost',
    'identity-number': 'rhifau sy’n eich adnabod',
    vehicle: 'cerbyd',
    'driving-licence': 'trwydded yrru',
    tax: 'treth',
    benefits: 'budd-daliadau',
    'council-tax': 'Treth Gyngor',
    'student-loan': 'benthyciad myfyriwr',
    'work-and-income': 'gwaith ac incwm',
    education: 'addysg',
    health: 'iechyd',
    correspondence: 'eich negeseuon a’ch dewisiadau',
  },
}
