import type { FormField } from '../../actors/form/field'
import { Act } from '../parts/button'
import { paths } from '../paths'
import { forms } from '../words/forms'
import { wrapUp } from '../words/wrap-up'
import type { MenuEntry, OfficeContext } from './context'
import { departmentPaths, departmentsInMenu } from './departments'
import { FieldPanels } from './field-panel'
import { OfficeFrame } from './frame'
import { Panel } from './panel'

const below =
  (...words: string[]) =>
  (id: string) =>
    paths.office.of('departments', id, 'wrap-up', ...words)

/** What is asked in a department, and what is done to it. */
export const wrapUpPaths = {
  ...{ page: below(), fields: below('fields'), removal: below('removal'), usual: below('usual') },
} as const

/** It stands in the menu under departments, and says its own words after something was done. */
export const wrapUpInMenu = {
  ...departmentsInMenu,
  words: {
    en: { title: departmentsInMenu.words.en.title, said: wrapUp.en.office.said },
    zh: { title: departmentsInMenu.words.zh.title, said: wrapUp.zh.office.said },
  },
} satisfies MenuEntry

export type WrapUpDetails = {
  id: string
  name: string
  fields: readonly FormField[]
  version: string
  most: number
}

/** What agents of a department fill in before they end a conversation. */
export const WrapUpFormPage = ({
  details,
  ...context
}: OfficeContext & { details: WrapUpDetails }) => {
  const { id, name, fields } = details
  const words = wrapUp[context.language].office
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      parent={{ path: departmentPaths.page(id), name }}
      aside={<span class="aside">{forms[context.language].count(fields.length)}</span>}
    >
      <p class="lead">{words.lead}</p>
      {fields.length === 0 && (
        <Panel id="usual" title={words.none} hint={words.usualHint}>
          <Act action={wrapUpPaths.usual(id)}>{words.usual}</Act>
        </Panel>
      )}
      <FieldPanels
        {...context}
        list={{
          ...details,
          ...{ saves: wrapUpPaths.fields(id), removes: wrapUpPaths.removal(id) },
          hints: { field: words.fieldHint, key: words.keyHint },
        }}
      />
    </OfficeFrame>
  )
}
