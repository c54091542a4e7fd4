-- acquisition-in-window
-- What it cost to win customers in the window, with and without a customer.
select
  sum(c.amount) as acquisition_amount,
  count(*) as acquisition_rows
from costs as c
where c.cost_type = 'acquisition' and c.cost_date > cast($window_from as date) and c.cost_date <= cast($costs_to as date)
