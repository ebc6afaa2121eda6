import { useSettingsWords } from '../frame/use-settings-words.ts'
import { useFrameSearch } from '../frame/use-frame-search.ts'
import type { Range } from '../interval/interval-words.ts'
import { UnrecordedRail } from '../interval/interval-rail.tsx'
import { Notice } from '../states/notice.tsx'
import { GRADES, gradesOf, gradesParam } from '../url/view-state.ts'
import { useOrganisationWords } from './organisation-words.tsx'

interface Props { readonly direction: string; readonly name: string; readonly country: string | null; readonly remainder: Range | null }

/** Nobody on record: that this is a gap and not a finding, and the next step. */
export function EmptyHoldings({ direction, name, country, remainder }: Props) {
  const words = useOrganisationWords()
  const { t } = words
  const { search, change } = useFrameSearch()
  const { day, grades } = useSettingsWords()
  const up = direction === 'UP'
  const chosen = gradesOf(search.grades)
  const where = words.country(country)
  return (
    <Notice title={t(up ? 'table.noOwners' : 'table.noHoldings', { name })}>
      {up && remainder ? (
        <div style={{ width: '100%', maxWidth: 360 }}>
          <UnrecordedRail fraction={remainder.high} height={12} label={t('table.unrecordedHelp', { share: words.percent(remainder.high) })} />
        </div>
      ) : null}
      <p>{up ? t('table.noOwnersNext', { country: where ? t('table.inCountry', { country: where }) : '' }) : t('table.noHoldingsNext')}</p>
      <p className="small muted">
        {day} · {grades}
      </p>
      {chosen.includes('claimed') ? null : (
        <button
          type="button"
          className="quiet-button"
          onClick={() => change({ grades: gradesParam(GRADES.filter((grade) => grade === 'claimed' || chosen.includes(grade))) })}
        >
          {t('table.otherGrades')}
        </button>
      )}
    </Notice>
  )
}
