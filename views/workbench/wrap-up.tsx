import { type FormField, shownFields } from '../../actors/form/field'
import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { DeskSheet } from '../parts/desk-sheet'
import { AskedFields } from '../parts/fields/asked-fields'
import { FormProblem } from '../parts/fields/field'
import type { Me } from '../parts/me-menu'
import { wordsIn } from '../words'
import { wrapUp } from '../words/wrap-up'

export type WrapUpPageProps = PageContext & {
  reader: Me
  title: string
  lead: string
  fields: readonly FormField[]
  /** Where it leads, what it brings there besides, and what its button says. */
  action: string
  brings: readonly (readonly [string, string])[]
  submit: string
  back: string
  /** What was typed before it did not go, by the names of the fields. */
  typed?: Readonly<Record<string, string>>
  /** Why it did not, and which field is at fault. */
  problem?: { says: string; field: string | undefined }
}

/** What is asked at the end, on a page of its own: for what no card on the workbench has room for. */
export const WrapUpPage = ({
  title,
  lead,
  fields,
  problem,
  typed = {},
  ...page
}: WrapUpPageProps) => {
  const { action, brings, submit, back, ...look } = page
  const { language } = look
  const asked = shownFields(fields, language)
  const isAtField = asked.some(({ key }) => `field.${key}` === problem?.field)
  return (
    <DeskSheet {...look} title={title} kind="wrap-up-page">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <form method="post" action={action} class="stack">
        <FormProblem says={isAtField ? undefined : problem?.says} />
        {brings.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <AskedFields
          language={language}
          fields={asked}
          answers={typed}
          problemOf={(field) => (field === problem?.field ? problem.says : undefined)}
        />
        <p class="hint">{wrapUp[language].inside}</p>
        <div class="actions">
          <Button tone="primary">{submit}</Button>{' '}
          <LinkButton href={back}>{wordsIn(language).workbench.ending.no}</LinkButton>
        </div>
      </form>
    </DeskSheet>
  )
}
