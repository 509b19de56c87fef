import { systemClock } from '../../../src/clock'
import { sealSome } from '../../../src/system/sealer'
import { openMysqlAt, openSqliteAt } from '../../store/open'

/** Does things and seals them, and says each that was acknowledged, until it is killed. */
const [place = '', name = ''] = process.argv.slice(2)
const store = await (place.startsWith('mysql:') ? openMysqlAt(place) : openSqliteAt(place))
const seal = async () => {
  for (;;) if ((await sealSome(store.audit)) === 0) await Bun.sleep(1)
}
void seal()
for (let nth = 0; ; nth++) {
  const id = systemClock.id()
  await store.audit.add({
    ...{ id, at: systemClock.now(), actor: name, actorName: name, act: 'changed' },
    ...{ object: `department:${nth}`, detail: { nth }, address: null, browser: null },
  })
  console.log(id)
}
