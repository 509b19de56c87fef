import slidersHorizontal from 'lucide-static/icons/sliders-horizontal.svg' with { type: 'text' }
import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { settings } from '../words/settings'
import type { MenuEntry, OfficeContext } from './context'
import { problemIn } from './form-fields'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { FormRefused } from './refused'

export const settingsPath = paths.office.of('settings')

export const settingsInMenu = {
  group: 'system',
  path: settingsPath,
  icon: drawn(slidersHorizontal),
  words: settings,
} satisfies MenuEntry

/** The name as it is now, and what its form is made from. */
export type DeskSettings = { name: string; version: string }

/** What holds for the whole desk. */
export const SettingsPage = ({ desk, ...context }: OfficeContext & { desk: DeskSettings }) => {
  const { language, refused } = context
  const words = settings[language]
  const problemOf = problemIn(refused, 'desk', language, { name: desk.name })
  return (
    <OfficeFrame {...context} title={words.title}>
      <Panel id="desk" title={words.name}>
        <form method="post" action={settingsPath} class="stack">
          <FormRefused refused={refused} form="desk" language={language} />
          <input type="hidden" name="version" value={desk.version} />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={refused?.typed.name ?? desk.name}
            problem={problemOf('name')}
            autocomplete="off"
          />
          <div class="actions">
            <Button tone="primary">{words.save}</Button>
          </div>
        </form>
      </Panel>
    </OfficeFrame>
  )
}
