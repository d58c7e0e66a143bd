import { describePlatform } from '../platform.contract.ts';
import { makeTeamsRig, makeTeamsRigWithoutDialogs } from '../rigs/teams.ts';

describePlatform('Teams', makeTeamsRig);
describePlatform('Teams without dialogs', makeTeamsRigWithoutDialogs);
