import { FormProblem } from '../parts/fields/field'
import { sentenceFor } from '../words'
import type { OfficeContext } from './context'

/** Why a form was not taken, above its fields: what is wrong with one of them stands there. */
export const FormRefused = ({ refused, form, language }: RefusedProps) =>
  refused?.form === form && !refused.problem.field ? (
    <FormProblem says={sentenceFor(refused.problem, language)} />
  ) : null
type RefusedProps = Pick<OfficeContext, 'refused' | 'language'> & { form: string }
