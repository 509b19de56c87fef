import type { ByLanguage } from '../form/field'
import type { DepartmentRow } from '../summary'

type Named = Pick<DepartmentRow, 'name' | 'settings'>

/** What visitors read a department to be called, in each language: its own name where none is set. */
export const visitorNames = ({ name, settings }: Named): ByLanguage => ({
  en: settings.nameEn || name,
  zh: settings.nameZh || name,
})

/** All that a department is called, by colleagues and by visitors. */
export const allNames = ({ name, settings }: Named): string[] =>
  [name, settings.nameEn, settings.nameZh].filter((each) => each !== '')
