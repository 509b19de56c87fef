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

/** What is wrong with a field of one of the page's forms, when that was not taken. */
export const problemIn =
  (refused: OfficeContext['refused'], form: string, language: OfficeContext['language']) =>
  (field: string): string | undefined =>
    refused?.form === form && refused.problem.field === field
      ? sentenceFor(refused.problem, language)
      : undefined
