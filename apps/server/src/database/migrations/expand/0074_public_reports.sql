-- All that people without an account may read: what reads for them reads this view and nothing else.
create view public_report as
select
  report.id,
  report.team_id,
  report.key,
  report.number,
  report.content,
  report.figures,
  report.author_name,
  report.published_at,
  report.updated_at,
  report_channel.key as channel_key,
  coalesce(report_channel.title, team.name) as channel_title,
  team.language
from report
join report_channel on report_channel.team_id = report.team_id
join team on team.id = report.team_id
where report.state = 'published' and report.audience = 'public';
