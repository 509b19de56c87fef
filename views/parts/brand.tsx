import { paths } from '../paths'
import { Icon } from './icon'

export const Brand = () => (
  <a class="brandmark" href={paths.home}>
    <Icon name="conciergeBell" />
    <span>Bellhop</span>
  </a>
)
