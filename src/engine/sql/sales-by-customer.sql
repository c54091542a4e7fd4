-- A row for each customer with a line up to the as-of date. A purchase is a line with amount >= 0. q1…q3 and p1…p3 cut the
-- window and the prior window into quarters.
select
  s.customer_id as customer_id,
  count(*) as lines_total,
  count(case when s.sale_date > cast($window_from as date) then 1 end) as lines_in_window,
  sum(case when s.sale_date > cast($window_from as date) then s.amount end) as revenue,
  count(case when s.sale_date > cast($prior_from as date) and s.sale_date <= cast($window_from as date) then 1 end) as lines_prior,
  sum(case when s.sale_date > cast($prior_from as date) and s.sale_date <= cast($window_from as date) then s.amount end) as revenue_prior,
  sum(case when s.sale_date > cast($window_from as date) then s.line_cost end) as cost_on_lines,
  count(case when s.sale_date > cast($window_from as date) then s.line_cost end) as lines_with_cost,
  min(case when s.amount >= 0 then s.sale_date end) as first_purchase,
  max(case when s.amount >= 0 then s.sale_date end) as last_purchase,
  max(case when s.amount >= 0 and s.sale_date > cast($q3 as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($q2 as date) and s.sale_date <= cast($q3 as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($q1 as date) and s.sale_date <= cast($q2 as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($window_from as date) and s.sale_date <= cast($q1 as date) then 1
      else 0 end) as quarters_bought,
  max(case when s.amount >= 0 and s.sale_date > cast($p3 as date) and s.sale_date <= cast($window_from as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($p2 as date) and s.sale_date <= cast($p3 as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($p1 as date) and s.sale_date <= cast($p2 as date) then 1 else 0 end)
    + max(case when s.amount >= 0 and s.sale_date > cast($prior_from as date) and s.sale_date <= cast($p1 as date) then 1
      else 0 end) as quarters_bought_prior
from sales as s
where s.customer_id is not null and s.sale_date <= cast($as_of as date)
group by s.customer_id
