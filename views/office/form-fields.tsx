import type { StartForm } from '../../actors/start/form'
import { SelectField } from '../parts/fields/select-field'
import { sentenceFor, wordsIn } from '../words'
import type { OfficeContext } from './context'

export type FormDetails = {
  of: string
  /** Of its department; null for the whole desk. */
  name: string | null
  form: StartForm
  version: string
  /** How many questions there may be. */
  most: number
}

/** Whether something is so. */
export const YesNo = ({
  language,
  ...field
}: Pick<OfficeContext, 'language'> & {
  id?: string
  name: string
  label: string
  value: string
}) => {
  const { office } = wordsIn(language)
  const options = [
    { value: 'no', label: office.no },
    { value: 'yes', label: office.yes },
  ]
  return <SelectField {...field} options={options} />
}

/**
 * What is wrong with a field of one of the page's forms, when that was not taken: what somebody else
 * saved meanwhile where the form says otherwise; `saved` are its fields as they are now.
 */
export const problemIn =
  (
    refused: OfficeContext['refused'],
    form: string,
    language: OfficeContext['language'],
    saved: Readonly<Record<string, string | undefined>>,
  ) =>
  (field: string): string | undefined => {
    if (refused?.form !== form) return undefined
    const { problem, typed } = refused
    if (problem.reason !== 'changedMeanwhile')
      return problem.field === field ? sentenceFor(problem, language) : undefined
    const now = saved[field] ?? ''
    const isOther = field in typed && typed[field]?.replace(/\r\n?/g, '\n') !== now
    return isOther ? wordsIn(language).office.savedMeanwhile(now || '–') : undefined
  }
