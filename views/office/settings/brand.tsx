import { Button } from '../../parts/button'
import { settings } from '../../words/settings'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { SettingFields } from '../setting-fields'
import type { SettingsProps } from './details'
import { settingsPaths } from './paths'

const FRAME = 'brand-preview'

/** The colour of the brand and its page on privacy, beside a chat that is drawn in it. */
export const BrandPanel = ({ desk, refused, language }: SettingsProps) => {
  const words = settings[language]
  const { brand } = desk.groups
  const again = refused?.form === 'brand' ? refused : undefined
  const color = again?.typed.color ?? brand.values.color ?? ''
  return (
    <Panel id="brand" title={words.look} hint={words.lookHint}>
      <div class="office-preview">
        <form method="post" action={settingsPaths.group('brand')} class="stack" data-previews="">
          <FormRefused refused={refused} form="brand" language={language} />
          {desk.correction && (
            <p class="hint" id="corrected">
              {words.corrected(desk.correction.drawn, desk.correction.ratio)}
            </p>
          )}
          <SettingFields
            {...brand}
            language={language}
            words={words.settings}
            {...(again ? { refused: again } : {})}
          />
          <div class="actions">
            <Button tone="primary">{words.save}</Button>
            <button
              class="button quiet"
              type="submit"
              formaction={settingsPaths.preview}
              formmethod="get"
              formtarget={FRAME}
              formnovalidate
            >
              {words.preview}
            </button>
          </div>
        </form>
        <iframe
          name={FRAME}
          title={words.previewOf}
          src={`${settingsPaths.preview}?color=${encodeURIComponent(color)}`}
          loading="lazy"
        />
      </div>
    </Panel>
  )
}
