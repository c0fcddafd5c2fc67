import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reaction } from '@rondo/meeting';
import {
  BicepsFlexed,
  Brain,
  Eye,
  Frown,
  HandHeart,
  Heart,
  Laugh,
  Lightbulb,
  PartyPopper,
  Plus,
  Sparkles,
  ThumbsUp,
  type LucideIcon,
} from 'lucide-react';

/** How each reaction is drawn, and what it says. */
export const SIGNS: Readonly<Record<Reaction, { Icon: LucideIcon; label: MessageDescriptor }>> = {
  agree: { Icon: ThumbsUp, label: msg`I agree` },
  heart: { Icon: Heart, label: msg`I love it` },
  celebrate: { Icon: PartyPopper, label: msg`Let’s celebrate` },
  laugh: { Icon: Laugh, label: msg`That made me laugh` },
  think: { Icon: Brain, label: msg`Makes me think` },
  sad: { Icon: Frown, label: msg`That makes me sad` },
  wow: { Icon: Sparkles, label: msg`Wow` },
  idea: { Icon: Lightbulb, label: msg`Good idea` },
  thanks: { Icon: HandHeart, label: msg`Thank you` },
  strong: { Icon: BicepsFlexed, label: msg`Strong` },
  look: { Icon: Eye, label: msg`I keep an eye on it` },
  more: { Icon: Plus, label: msg`More of this` },
};
