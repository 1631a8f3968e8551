import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { lifeCycle, STATIONS } from '../states/lifeCycle';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The stations of a request and how far it has come. */
export function LifeCycleStepper({
  request,
}: {
  readonly request: DataRequest;
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { done, stopped, broken } = lifeCycle(
    request.state,
    request.proposal !== undefined,
  );
  return (
    <Stepper
      activeStep={done}
      alternativeLabel
      component="ol"
      aria-label={t('life.label')}
      sx={{ p: 0, m: 0, listStyle: 'none' }}
    >
      {STATIONS.map((station, index) => (
        <Step
          key={station}
          component="li"
          completed={index < done}
          aria-current={index === done ? 'step' : undefined}
        >
          <StepLabel
            error={broken && index === done}
            optional={
              stopped &&
              index === done && (
                <Typography variant="caption">
                  {t('life.stopped', { state: t(`state.${request.state}`) })}
                </Typography>
              )
            }
          >
            {t(`life.${station}`)}
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
