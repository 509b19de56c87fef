import { Panel } from '../office/panel'
import { Avatar } from '../parts/avatar'
import { Button } from '../parts/button'
import { describedBy, Field } from '../parts/fields/field'
import { paths } from '../paths'
import { me as meWords } from '../words/me'
import { type MePageProps, problemOf } from './props'

/** Their picture: another one, or none. */
export const Picture = (props: MePageProps) => {
  const { language, details, me } = props
  const words = meWords[language]
  const field = {
    name: 'avatar',
    hint: words.pictureHint,
    problem: problemOf(props, 'avatar'),
  }
  return (
    <Panel id="picture" title={words.picture}>
      <form method="post" action={paths.workbench.me} enctype="multipart/form-data" class="stack">
        <Avatar id={me.id} name={me.name} />
        <Field {...field} label={words.choosePicture}>
          <input
            id="field-avatar"
            name="avatar"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            required
            aria-invalid={field.problem ? 'true' : undefined}
            aria-describedby={describedBy(field)}
          />
        </Field>
        <div class="actions">
          <Button>{words.upload}</Button>
        </div>
      </form>
      {details.avatar && (
        <form method="post" action={paths.workbench.me}>
          <input type="hidden" name="avatar_removal" value="1" />
          <Button tone="quiet">{words.removePicture}</Button>
        </form>
      )}
    </Panel>
  )
}
